/** What "Insert example" writes: strict parameters name all properties and allow no others (OpenAI's guide). */
export const EXAMPLE_TOOLS = `[
  {
    "type": "function",
    "function": {
      "name": "get_weather",
      "description": "Get the current weather of a place",
      "strict": true,
      "parameters": {
        "type": "object",
        "properties": {
          "location": { "type": "string", "description": "City and country, for example Oslo, Norway" },
          "unit": { "type": "string", "enum": ["celsius", "fahrenheit"] }
        },
        "required": ["location", "unit"],
        "additionalProperties": false
      }
    }
  }
]`;
