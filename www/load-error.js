/** A failure whose `code` and `help` tell the site owner what to mend. */
export const loadError = (code, help) => Object.assign(new Error(help), { code, help });
