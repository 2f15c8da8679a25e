using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Tests.Redaction;

public sealed class JsonRedactionProperties
{
    private static readonly Gen<string> Names = Gen.Elements("a", "TOKEN", "detail", "api_key", "x-api-key", "keys");
    private static readonly Gen<string> Leaves = Gen.Elements("null", "1.50", "true", "\"plain\"", "\"hush\"", "\"eyJh.eyJi.hush\"", "\"\\n\"");

    [Fact]
    public void What_is_masked_is_still_json_and_no_secret_field_keeps_its_value() =>
        Prop.ForAll(Gen.Sized(size => Json(Math.Min(size, 5))).ToArbitrary(), json =>
        {
            using var document = JsonDocument.Parse(Redactor.Default.RedactJson(json));
            return IsClean(document.RootElement);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Wherever_json_is_cut_off_no_secret_field_shows()
    {
        const string Json = """{"a":[1,{"mpass_token":"hush-hush-hush","b":"x"}],"c":{}}""";
        for (var length = 0; length <= Json.Length; length++) Redactor.Default.RedactJson(Json[..length]).ShouldNotContain("hu");
    }

    private static Gen<string> Json(int depth) => depth == 0
        ? Leaves
        : Gen.OneOf(
            Leaves,
            Json(depth - 1).ArrayOf(2).Select(items => $"[{string.Join(" , ", items)}]"),
            Names.Zip(Json(depth - 1)).ArrayOf(2).Select(members => $"{{ {string.Join(",", members.Select(m => $"\"{m.Item1}\": {m.Item2}"))} }}"));

    private static bool IsClean(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(member => Redactor.Default.IsSecretName(member.Name)
            ? member.Value.ValueKind == JsonValueKind.Null || member.Value.ValueEquals("***redacted***")
            : IsClean(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsClean),
        JsonValueKind.String => !element.GetString()!.StartsWith("eyJ", StringComparison.Ordinal),
        _ => true,
    };
}
