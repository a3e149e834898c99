import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  parse,
  validate,
  validateSchema,
} from 'graphql';
import { beforeAll, expect, inject, test } from 'vitest';
import { readExamples } from '../testing/examples.ts';
import { readSchema } from './schema.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await readSchema(inject('graphql'));
});

/** Every named part of the schema, by its coordinate (`Type.field(argument:)`), with its description. */
function* parts(of: GraphQLSchema): Generator<[string, string | null | undefined]> {
  for (const directive of of.getDirectives()) {
    if (isSpecifiedDirective(directive)) continue;
    yield [`@${directive.name}`, directive.description];
    for (const argument of directive.args) yield [`@${directive.name}(${argument.name}:)`, argument.description];
  }
  for (const type of Object.values(of.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    yield [type.name, type.description];
    if (isEnumType(type)) {
      for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field.description];
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field.description];
        for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, argument.description];
      }
    }
  }
}

test('the schema is valid for the reference implementation', () => {
  expect(validateSchema(schema).map(String)).toEqual([]);
});

test('every type, field, argument and enum value has a description', () => {
  const bare = [...parts(schema)].filter(([, description]) => !description?.trim()).map(([coordinate]) => coordinate);
  expect(bare).toEqual([]);
});

test('every deprecated part says what to use instead', () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.deprecationReason != null) {
        expect(field.deprecationReason, `${type.name}.${field.name}`).not.toBe('No longer supported');
      }
    }
  }
});

test('every question of docs/examples is valid for the schema', () => {
  const examples = readExamples();
  expect(examples.length).toBeGreaterThanOrEqual(20);
  for (const example of examples) {
    expect(validate(schema, parse(example.query)).map(String), example.id).toEqual([]);
  }
});
