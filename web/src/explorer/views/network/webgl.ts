/** Whether this browser draws with WebGL; sigma throws where it does not. `?webgl=off` is for those whose card draws it wrongly. */
export function hasWebGL(params: URLSearchParams): boolean {
  if (params.get('webgl') === 'off') return false;
  try {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
