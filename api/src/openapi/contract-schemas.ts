import classTransformerStorage from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { FORMS, formSchemas } from '@encircle/shared/forms';

export const SCHEMAS = '#/components/schemas/';

/** The shapes of the API: every contract class that was loaded, and the answers of every section of every form. */
export function contractSchemas(): Record<string, object> {
  const classes = validationMetadatasToSchemas({
    classTransformerMetadataStorage: classTransformerStorage.defaultMetadataStorage,
    refPointerPrefix: SCHEMAS,
  });
  return Object.assign({}, classes, ...FORMS.map(formSchemas)) as Record<string, object>;
}
