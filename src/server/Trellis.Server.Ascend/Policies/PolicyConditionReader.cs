using System.Text;
using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Patterns;
using Trellis.Server.Kernel.Canonical;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Policies;

/// <summary>Reads the conditions of a policy (contract, section 6.5). Every kind that is not known is refused.</summary>
internal static class PolicyConditionReader
{
    private const string Prefix = "conditions.";
    private const int MostPatterns = 200;

    private static readonly Dictionary<string, RuleField> TextFields = new(StringComparer.Ordinal)
    {
        ["action_type"] = RuleField.ActionType,
        ["agent_type"] = RuleField.AgentType,
        ["agent_id"] = RuleField.AgentId,
        ["resource"] = RuleField.Resource,
        ["resource_type"] = RuleField.ResourceType,
        ["data_classification"] = RuleField.DataClassification,
        ["environment"] = RuleField.Environment,
    };

    /// <summary>Reads the conditions; undefined is none.</summary>
    public static PolicyConditions Read(JsonElement json, FieldErrors errors)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            return PolicyConditions.None;

        var texts = new List<TextCondition>();
        decimal? riskAbove = null, riskBelow = null, amountAbove = null;
        TimeWindow? time = null;
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name)
            {
                case "risk_above":
                    riskAbove = Number(member, 0, 100, errors);
                    break;
                case "risk_below":
                    riskBelow = Number(member, 0, 100, errors);
                    break;
                case "amount_above":
                    amountAbove = Number(member, decimal.MinValue, decimal.MaxValue, errors);
                    break;
                case "time_window":
                    time = TimeWindowReader.Read(member.Value, Prefix + member.Name, errors);
                    break;
                default:
                    ReadText(member, texts, errors);
                    break;
            }
        }

        if (riskAbove >= riskBelow)
            errors.Add(Prefix + "risk_below", "must be greater than 'risk_above', or no action ever meets both");

        return new PolicyConditions
        {
            Texts = texts,
            RiskAbove = riskAbove,
            RiskBelow = riskBelow,
            AmountAbove = amountAbove,
            Time = time,
            Json = Encoding.ASCII.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json.GetRawText()))),
        };
    }

    private static void ReadText(JsonProperty member, List<TextCondition> texts, FieldErrors errors)
    {
        if (!TextFields.TryGetValue(member.Name, out var field))
        {
            errors.Add(
                Prefix + KnownNames.ToTell(member.Name),
                $"is not a known condition; there are {string.Join(", ", TextFields.Keys)}, risk_above, risk_below, amount_above and time_window");
            return;
        }

        if (texts.Exists(text => text.Field == field))
            errors.Add(Prefix + member.Name, "is there twice");

        var patterns = new List<TextPattern>();
        if (member.Value.ValueKind is not JsonValueKind.Array)
        {
            AddPattern(patterns, member.Value, Prefix + member.Name, errors);
        }
        else if (member.Value.GetArrayLength() is 0 or > MostPatterns)
        {
            errors.Add(Prefix + member.Name, $"must have 1 to {MostPatterns} elements");
        }
        else
        {
            var index = 0;
            foreach (var element in member.Value.EnumerateArray())
                AddPattern(patterns, element, $"{Prefix}{member.Name}[{index++}]", errors);
        }

        texts.Add(new TextCondition(field, patterns));
    }

    private static void AddPattern(List<TextPattern> patterns, JsonElement value, string path, FieldErrors errors)
    {
        if (!JsonTexts.TryRead(value, out var text))
            errors.Add(path, "must be a text or a list of texts");
        else if (TextPattern.Parse(text.Trim(), out var pattern) is { } problem)
            errors.Add(path, problem);
        else
            patterns.Add(pattern!);
    }

    private static decimal? Number(JsonProperty member, decimal least, decimal most, FieldErrors errors)
    {
        var path = Prefix + member.Name;
        if (member.Value.ValueKind is not JsonValueKind.Number || !member.Value.TryGetDecimal(out var number))
            errors.Add(path, "must be a number");
        else if (number < least || number > most)
            errors.Add(path, FormattableString.Invariant($"must be from {least} to {most}"));
        else
            return number;

        return null;
    }
}
