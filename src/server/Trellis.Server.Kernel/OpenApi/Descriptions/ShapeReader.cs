using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>
/// Reads shapes: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>null</c>, <c>any</c>, <c>binary</c>, <c>time</c>; a text in quotation
/// marks for itself; <c>T[]</c>; <c>{ a: T, b?: T, *: T }</c>, where <c>?</c> marks what may be missing and <c>*</c> what else there may be;
/// <c>A | B</c>; and names of shapes.
/// </summary>
internal sealed class ShapeReader(DescriptionTokens tokens, OpenApiDocument document)
{
    private const string Others = "*";

    /// <summary>Reads a shape.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public IOpenApiSchema Read()
    {
        var alternatives = new List<IOpenApiSchema> { ReadRepeated() };
        while (tokens.TryTakeSign("|"))
            alternatives.Add(ReadRepeated());
        return alternatives.Count == 1 ? alternatives[0] : Unite(alternatives);
    }

    private IOpenApiSchema ReadRepeated()
    {
        var shape = ReadOne();
        while (tokens.TryTakeSign("["))
        {
            tokens.TakeSign("]");
            shape = new OpenApiSchema { Type = JsonSchemaType.Array, Items = shape };
        }

        return shape;
    }

    private IOpenApiSchema ReadOne()
    {
        if (tokens.TryTakeSign("("))
        {
            var shape = Read();
            tokens.TakeSign(")");
            return shape;
        }

        if (tokens.TryTakeSign("{"))
            return ReadObject();
        if (tokens.Current.Kind is DescriptionTokenKind.Quotation)
            return new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create(tokens.Take(DescriptionTokenKind.Quotation))] };

        var name = tokens.Take(DescriptionTokenKind.Word);
        return name switch
        {
            "any" => new OpenApiSchema(),
            "string" => new OpenApiSchema { Type = JsonSchemaType.String },
            "integer" => new OpenApiSchema { Type = JsonSchemaType.Integer },
            "number" => new OpenApiSchema { Type = JsonSchemaType.Number },
            "boolean" => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            "null" => new OpenApiSchema { Type = JsonSchemaType.Null },
            "object" => new OpenApiSchema { Type = JsonSchemaType.Object },
            "time" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            "binary" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            _ => new OpenApiSchemaReference(name, document),
        };
    }

    private OpenApiSchema ReadObject()
    {
        var shape = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new SortedSet<string>(StringComparer.Ordinal),
        };
        while (!tokens.TryTakeSign("}"))
        {
            var name = tokens.Take(tokens.Current.Kind is DescriptionTokenKind.Quotation ? DescriptionTokenKind.Quotation : DescriptionTokenKind.Word);
            var isOptional = tokens.TryTakeSign("?");
            tokens.TakeSign(":");
            var member = Read();
            tokens.TryTakeSign(",");
            if (name == Others)
                shape.AdditionalProperties = member;
            else if (!shape.Properties.TryAdd(name, member))
                throw tokens.Refuse($"the member '{name}' comes twice");
            else if (!isOptional)
                shape.Required.Add(name);
        }

        return shape;
    }

    private static OpenApiSchema Unite(List<IOpenApiSchema> alternatives)
    {
        if (alternatives.All(static shape => shape is OpenApiSchema { Enum.Count: > 0 }))
            return new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. alternatives.SelectMany(static shape => shape.Enum!)] };

        // What is one type or nothing is said in one schema, as 3.1 has it.
        if (alternatives.Count == 2
            && alternatives[1] is OpenApiSchema { Type: JsonSchemaType.Null }
            && alternatives[0] is OpenApiSchema { Type: { } type, Enum: null } only)
        {
            only.Type = type | JsonSchemaType.Null;
            return only;
        }

        return new OpenApiSchema { AnyOf = alternatives };
    }
}
