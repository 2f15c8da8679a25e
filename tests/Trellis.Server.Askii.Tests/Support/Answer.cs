using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Trellis.Server.Askii.Tests.Support;

/// <summary>An answer of the server, read to its end.</summary>
internal sealed record Answer(int Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    /// <summary>The detail of a refusal in the contract's shape.</summary>
    public JsonNode? Detail => Json["detail"];

    /// <summary>The error of a refusal in OpenAI's shape.</summary>
    public JsonObject Error => Json["error"]!.AsObject();

    /// <summary>The names of the body's members, in their order.</summary>
    public IEnumerable<string> Members => Json.Select(static member => member.Key);

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(AskiiServer.Cancellation),
        response.Headers,
        response.Content.Headers.ContentType?.ToString());

    public Answer ShouldBeOk()
    {
        Status.ShouldBe(200, Text);
        return this;
    }
}
