using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Trellis.Server.Ascend.Tests.Support;

/// <summary>An answer of the server, read to its end.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public JsonArray List => JsonNode.Parse(Text)!.AsArray();

    public string Code => Json["error_code"]!.GetValue<string>();

    public string Detail => Json["detail"]!.GetValue<string>();

    /// <summary>What is wrong with which field.</summary>
    public JsonObject Errors => Json["errors"]!.AsObject();

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(AscendServer.Cancellation),
        response.Headers,
        response.Content.Headers.ContentType?.ToString());

    public Reply ShouldBeOk()
    {
        Status.ShouldBe(200, Text);
        return this;
    }

    /// <summary>A refusal has the whole body of the contract's section 4.2.</summary>
    public Reply ShouldBeRefused(int status, string code)
    {
        Status.ShouldBe(status, Text);
        Code.ShouldBe(code, Text);
        Json["status"]!.GetValue<int>().ShouldBe(status);
        foreach (var member in (string[])["detail", "correlation_id", "timestamp", "policy_violations", "errors"])
            Json.ContainsKey(member).ShouldBeTrue(member);
        return this;
    }
}
