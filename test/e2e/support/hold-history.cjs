'use strict';

/*
 * Loaded into the app before its own code (electron -r): what the first process of the history is told waits until `tellHistory()`,
 * as it does on a computer where that process takes long to come.
 */
const { utilityProcess } = require('electron');

const { fork } = utilityProcess;
utilityProcess.fork = (...how) => {
  utilityProcess.fork = fork;
  const child = fork(...how);
  const untold = [];
  child.postMessage = (message) => void untold.push(message);
  globalThis.tellHistory = () => {
    delete child.postMessage;
    for (const message of untold) child.postMessage(message);
  };
  return child;
};
