using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// Makes arguments fit to be shown to whoever approves: what is secret by its name is hidden, long texts are cut. Contract section 8.
/// </summary>
internal static class ArgumentRedaction
{
    private const string Hidden = "[REDACTED]";
    private const string Cut = "...[truncated]";
    private const int LongestText = 100;
    private const int KeptText = 50;

    private static readonly string[] SecretNames = ["password", "secret", "token", "api_key", "apikey", "auth", "credential", "private_key"];

    /// <summary>A copy of the arguments, at every depth fit to be shown.</summary>
    public static JsonObject Redact(JsonObject arguments) =>
        new(arguments.Select(static member => KeyValuePair.Create(member.Key, IsSecret(member.Key) ? Hidden : Redact(member.Value))));

    private static JsonNode? Redact(JsonNode? value) => value switch
    {
        JsonObject members => Redact(members),
        JsonArray items => new JsonArray([.. items.Select(static item => Redact(item))]),
        JsonValue text when text.TryGetValue<string>(out var content) => Shorten(AscendRedaction.Redactor.Redact(content)),
        _ => value?.DeepClone(),
    };

    private static bool IsSecret(string name) => SecretNames.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static string Shorten(string text) => text.Length > LongestText ? text[..KeptText] + Cut : text;
}
