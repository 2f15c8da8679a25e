using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>An answer of the server, read to its end.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, string? ContentType, IReadOnlyList<string> Allow)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public JsonArray Array => JsonNode.Parse(Text)!.AsArray();

    public string Error => Json["error"]!.GetValue<string>();

    public string Detail => Json["detail"]!.GetValue<string>();

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(AkshiServer.Cancellation),
        response.Headers,
        response.Content.Headers.ContentType?.ToString(),
        [.. response.Content.Headers.Allow]);

    /// <summary>A header's only value; null when it is missing.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : null;

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

    /// <summary>A refusal in the platform's body, with the rate headers that every answer has.</summary>
    public Reply ShouldBeRefused(int status, string error)
    {
        ShouldBe(status);
        ContentType.ShouldBe("application/json");
        Error.ShouldBe(error, Text);
        Detail.ShouldNotBeNullOrEmpty();
        return this;
    }
}
