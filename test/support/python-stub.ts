/** Stands in for both Python packages: writes down the module's settings, the client's and the call's arguments, and streams CHUNKS. */
export const PYTHON_STUB = `
import json, os, sys, types
def record(settings, arguments):
    with open(os.environ["RECORD"], "w") as file:
        json.dump({"settings": settings, "arguments": arguments}, file)
    return []
def chunks(as_object):
    def thing(value):
        if isinstance(value, list): return [thing(item) for item in value]
        if not isinstance(value, dict): return value
        entries = {name: thing(item) for name, item in value.items()}
        return types.SimpleNamespace(**{"content": None, "tool_calls": None, "name": None, **entries}) if as_object else entries
    return thing(json.loads(os.environ.get("CHUNKS", "[]")))
class Client:
    def __init__(self, **settings):
        self.settings = {"client": type(self).__name__, **settings}
        self.chat = self.completions = self
    def create(self, **arguments):
        record(self.settings, arguments)
        return chunks(True)
class OpenAI(Client): pass
class AzureOpenAI(Client): pass
class ChatCompletion:
    @staticmethod
    def create(**arguments):
        module = sys.modules["openai"]
        names = ["api_key", "api_base", "api_type", "api_version"]
        record({name: getattr(module, name) for name in names if hasattr(module, name)}, arguments)
        return chunks(False)
`;
