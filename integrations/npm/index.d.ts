export * from './config.js';
export * from './element.js';
export { register, type RegisterOptions } from './register.js';
