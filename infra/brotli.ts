import { brotliDecompressSync } from 'node:zlib'

/** What `brotli/decompress.js` does, by Node's own code: fontkit asks for it to read fonts of the web's format. */
export default (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes)
