using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Trellis.Server.Aerostack.Tests.Support;

/// <summary>An answer of the server, read to its end.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    private static readonly string[] KnownCodes =
        ["AUTH_INVALID_KEY", "AUTH_INVALID_CREDENTIALS", "DB_QUERY_FAILED", "RATE_LIMIT_EXCEEDED", "VALIDATION_ERROR", "INTERNAL_ERROR"];

    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string Code => Json["code"]!.GetValue<string>();

    public string Message => Json["message"]!.GetValue<string>();

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(AerostackServer.Cancellation),
        response.Headers,
        response.Content.Headers.ContentType?.ToString());

    public Reply ShouldBe(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>200 and exactly this JSON.</summary>
    public Reply ShouldAnswer(string json)
    {
        ShouldBe(200);
        ContentType.ShouldBe("application/json");
        JsonNode.DeepEquals(JsonNode.Parse(Text), JsonNode.Parse(json)).ShouldBeTrue($"{Text} is not {json}");
        return this;
    }

    /// <summary>A refusal that the first client can read: a known code, a message, and details that are an object if they are there.</summary>
    public Reply ShouldBeRefused(int status, string code)
    {
        ShouldBe(status);
        ContentType.ShouldBe("application/json");
        Code.ShouldBe(code, Text);
        Message.ShouldNotBeNullOrEmpty();
        if (Json.ContainsKey("details"))
            Json["details"].ShouldBeOfType<JsonObject>();
        if (status is 400 or 401 or 409 or 500)
            KnownCodes.ShouldContain(Code);
        return this;
    }

    /// <summary>A refusal for one field.</summary>
    public Reply ShouldBlame(string field)
    {
        ShouldBeRefused(400, "VALIDATION_ERROR");
        Json["details"]!["fieldErrors"]!.AsObject().ContainsKey(field).ShouldBeTrue(Text);
        return this;
    }
}
