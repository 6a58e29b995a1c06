// Node-RED as a receiver of leads: reached from this machine alone, asking nobody for anything, without its editor.

module.exports = {
  flowFile: 'flow.json',
  uiHost: '127.0.0.1',
  uiPort: 0,
  httpAdminRoot: false,
  credentialSecret: false,
  // A browser asks first whether a page of that origin may send JSON.
  httpNodeCors: { origin: process.env.PAGE_ORIGIN, methods: 'POST', allowedHeaders: 'content-type' },
  // What was taken is remembered beyond a restart; what is being taken is not.
  contextStorage: { default: 'memory', memory: { module: 'memory' }, disk: { module: 'localfilesystem', config: { flushInterval: 1 } } },
  telemetry: { enabled: false, updateNotification: false },
  externalModules: { autoInstall: false, palette: { allowInstall: false } },
};
