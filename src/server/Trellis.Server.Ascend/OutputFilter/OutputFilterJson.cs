using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>Settings of the output filter on the wire and in the store.</summary>
internal static class OutputFilterJson
{
    private static readonly HashSet<string> KnownMembers =
    [
        "enabled", "patterns",

        // What answers add; settings that were read may be sent back.
        "organization_id", "on_error", "scans_per_minute", "categories",
    ];

    private static readonly HashSet<string> KnownOfPattern = ["pattern", "action", "severity", "category"];

    /// <summary>Writes settings.</summary>
    public static void WriteMembers(Utf8JsonWriter json, OutputFilterSettings settings)
    {
        json.WriteBoolean("enabled"u8, settings.IsEnabled);
        json.WriteStartArray("patterns"u8);
        foreach (var rule in settings.Rules)
        {
            json.WriteStartObject();
            json.WriteString("pattern"u8, rule.Pattern);
            json.WriteString("category"u8, rule.Category);
            json.WriteString("severity"u8, rule.Severity);
            json.WriteString("action"u8, rule.Action);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads settings. What is not there stays as it was.</summary>
    /// <param name="body">The settings.</param>
    /// <param name="before">What was set.</param>
    /// <param name="errors">What is wrong; nothing is added when the settings are valid.</param>
    public static OutputFilterSettings Read(JsonElement body, OutputFilterSettings before, FieldErrors errors)
    {
        KnownNames.RefuseOthers(body, KnownMembers, errors);
        var fields = new Fields(body) { Errors = errors };
        return new OutputFilterSettings(fields.OptionalBoolean("enabled") ?? before.IsEnabled, ReadRules(body, before.Rules, errors));
    }

    private static IReadOnlyList<OutputRule> ReadRules(JsonElement body, IReadOnlyList<OutputRule> before, FieldErrors errors)
    {
        if (body.ValueKind is not JsonValueKind.Object || !body.TryGetProperty("patterns"u8, out var patterns))
            return before;
        if (patterns.ValueKind is not JsonValueKind.Array)
        {
            errors.Add("patterns", "must be a list of objects");
            return before;
        }

        var rules = before.ToArray();
        foreach (var (index, given) in patterns.EnumerateArray().Index())
        {
            var prefix = FormattableString.Invariant($"patterns.{index}.");
            var fields = new Fields(given, prefix) { Errors = errors };
            KnownNames.RefuseOthers(given, KnownOfPattern, errors);
            var name = fields.OptionalWord("pattern", [.. OutputRule.All.Select(static rule => rule.Pattern)]);
            var place = Array.FindIndex(rules, rule => rule.Pattern == name);
            if (place < 0)
            {
                if (!fields.Has("pattern"))
                    errors.Add($"{prefix}pattern", "is required");
                continue;
            }

            rules[place] = rules[place] with
            {
                Action = fields.OptionalWord("action", OutputRule.Actions) ?? rules[place].Action,
                Severity = fields.OptionalWord("severity", RiskLevelWords.All) ?? rules[place].Severity,
            };
            if (fields.OptionalText("category") is { } category && category != rules[place].Category)
                errors.Add($"{prefix}category", $"of '{name}' is {rules[place].Category} and cannot be changed");
        }

        return rules;
    }
}
