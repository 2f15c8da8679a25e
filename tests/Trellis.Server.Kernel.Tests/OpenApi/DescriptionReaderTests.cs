using Microsoft.OpenApi;
using Trellis.Server.Kernel.OpenApi;

namespace Trellis.Server.Kernel.Tests.OpenApi;

public sealed class DescriptionReaderTests
{
    private const string Head = "feature Keys \"Keys.\" error Error shape Error { detail: string }\n";

    [Fact]
    public void An_operation_is_read_with_all_that_is_said_of_it()
    {
        var operation = Read(
            """
            operation revokeKey "Revokes a key." # and its copies
                DELETE /keys/{id}
                POST /keys/{id}/revoke
                query { limit?: integer, kind: "a" | "b" }
                body? { reason?: string }
                200 { revoked: boolean }
                200 text/csv
                204
                errors 404 409
            """).ShouldHaveSingleItem();
        operation.Id.ShouldBe("revokeKey");
        operation.Summary.ShouldBe("Revokes a key.");
        operation.Feature.ShouldBe("Keys");
        operation.Error.ShouldBe("Error");
        operation.Places.ShouldBe([("DELETE", "/keys/{id}"), ("POST", "/keys/{id}/revoke")]);
        operation.Query!.Required!.ShouldBe(["kind"]);
        operation.Body!.IsRequired.ShouldBeFalse();
        operation.Answers.Select(static answer => (answer.Status, answer.Content?.MediaType)).ShouldBe([("200", "application/json"), ("200", "text/csv"), ("204", null)]);
        operation.Errors.ShouldBe(["404", "409"]);
    }

    [Theory]
    [InlineData("string | null", "string,null")]
    [InlineData("integer", "integer")]
    public void A_type_that_may_be_null_is_one_schema(string shape, string types) =>
        Shape(shape).Type!.Value.ToIdentifiers().ShouldBe(types.Split(','), ignoreOrder: true);

    [Fact]
    public void Words_are_an_enumeration() =>
        Shape("\"low\" | \"high\"").Enum!.Select(static word => word.GetValue<string>()).ShouldBe(["low", "high"]);

    [Fact]
    public void Lists_bind_closer_than_alternatives()
    {
        var shape = Shape("string | integer[]");
        shape.AnyOf!.Select(static one => one.Type).ShouldBe([JsonSchemaType.String, JsonSchemaType.Array]);
        Shape("(string | null)[]").Items!.Type.ShouldBe(JsonSchemaType.String | JsonSchemaType.Null);
    }

    [Fact]
    public void What_else_there_may_be_is_said_with_a_star()
    {
        var shape = Shape("{ id: string, *: number }");
        shape.Required!.ShouldBe(["id"]);
        shape.AdditionalProperties!.Type.ShouldBe(JsonSchemaType.Number);
    }

    [Theory]
    [InlineData("operation nowhere \"Is nowhere.\" 200", "nowhere")]
    [InlineData("operation twice \"Has a member twice.\" GET /a 200 { a: string, a: string }", "twice")]
    [InlineData("operation open \"Does not end.\" GET /a 200 { a: string", "was expected")]
    [InlineData("opera", "was expected")]
    public void What_is_wrong_is_refused_with_its_place(string text, string reason)
    {
        var refusal = Should.Throw<FormatException>(() => Read(text));
        refusal.Message.ShouldContain("test.api, line 2");
        refusal.Message.ShouldContain(reason);
    }

    [Fact]
    public void A_quotation_that_does_not_end_is_refused() =>
        Should.Throw<FormatException>(() => Read("operation a \"Does not end.")).Message.ShouldContain("Line 2");

    private static IOpenApiSchema Shape(string shape) =>
        Read($"operation a \"A.\" GET /a 200 {{ it: {shape} }}")[0].Answers[0].Content!.Shape!.Properties!["it"];

    private static IReadOnlyList<OperationDescription> Read(string text)
    {
        var reader = new DescriptionReader(new OpenApiDocument());
        reader.Read("test.api", Head + text);
        return reader.Operations;
    }
}
