/** The store of @Type metadata; class-validator-jsonschema needs it and the package ships no types for it. */
declare module 'class-transformer/cjs/storage.js' {
  import type { IOptions } from 'class-validator-jsonschema/build/options.js';
  const storage: { defaultMetadataStorage: IOptions['classTransformerMetadataStorage'] };
  export default storage;
}
