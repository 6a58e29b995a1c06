// Whether wasm may run here, determined before anything is downloaded.

// The empty module.
const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

export const runsWasm = () => {
  try {
    // WebKit compiles despite a policy, and refuses the instance.
    return !!new WebAssembly.Instance(new WebAssembly.Module(empty));
  } catch {
    return false;
  }
};
