using System.Text;
using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>
/// A name that is none of the action's own fields: a member of the parameters, else of the context. <c>context.region</c> and
/// <c>parameters.options.limit</c> say where, and how deep.
/// </summary>
internal sealed class ParameterPath
{
    private readonly byte[][] _names;
    private readonly Origin _origin;

    /// <summary>Takes a name with points.</summary>
    public ParameterPath(string name)
    {
        var names = name.Split('.');
        _origin = names.Length == 1
            ? Origin.Anywhere
            : names[0].ToLowerInvariant() switch
            {
                "context" => Origin.Context,
                "parameters" or "action_details" => Origin.Details,
                _ => Origin.Anywhere,
            };
        _names = [.. names.Skip(_origin is Origin.Anywhere ? 0 : 1).Select(Encoding.UTF8.GetBytes)];
    }

    private enum Origin
    {
        Anywhere,
        Context,
        Details,
    }

    /// <summary>Finds the value; false when there is none.</summary>
    public bool TryFind(RuleFacts facts, out JsonElement value) => _origin switch
    {
        Origin.Context => TryFind(facts.Context, out value),
        Origin.Details => TryFind(facts.Details, out value),
        _ => TryFind(facts.Details, out value) || TryFind(facts.Context, out value),
    };

    /// <summary>The truth that the caller's indicators state under a name; null when they have none of that name.</summary>
    public static bool? Indicator(RiskIndicators indicators, string name) => name switch
    {
        "pii_involved" => indicators.PiiInvolved,
        "financial_data" => indicators.FinancialData,
        "external_transfer" => indicators.ExternalTransfer,
        _ => null,
    };

    private bool TryFind(JsonElement owner, out JsonElement value)
    {
        value = owner;
        foreach (var name in _names)
        {
            if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return false;
        }

        return value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
    }
}
