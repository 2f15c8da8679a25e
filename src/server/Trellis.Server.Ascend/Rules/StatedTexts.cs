using System.Text.Json;
using Trellis.Server.Ascend.Actions;

namespace Trellis.Server.Ascend.Rules;

/// <summary>
/// What a request says in several places. All of them count: whoever says two things is held to both, so that a harmless word in one place
/// does not hide what another says.
/// </summary>
internal static class StatedTexts
{
    /// <summary>The types of the resource: <c>resource_type</c> of the context and of the parameters, and the resource's own name.</summary>
    public static string[] ResourceTypes(ProposedAction action, string resource)
    {
        var inContext = Text(action.Context, "resource_type"u8);
        var inDetails = Text(action.Details, "resource_type"u8);
        return (inContext, inDetails) switch
        {
            (null, null) => [resource],
            ({ } one, null) => [one, resource],
            (null, { } one) => [one, resource],
            ({ } one, { } other) => [one, other, resource],
        };
    }

    /// <summary>
    /// The classes of data: <c>data_classification</c> of the context and of the parameters (a text or a list), the stated sensitivity,
    /// <c>pii</c> and <c>financial</c> where the indicators say so, and the class that the organisation gave to the resource.
    /// </summary>
    public static string[] DataClassifications(ProposedAction action, string? resourceClassification)
    {
        var found = new List<string>(4);
        AddTexts(found, action.Context, "data_classification"u8);
        AddTexts(found, action.Details, "data_classification"u8);
        found.Add(action.Indicators.DataSensitivity.ToLowerInvariant());
        if (action.Indicators.PiiInvolved)
            found.Add("pii");
        if (action.Indicators.FinancialData)
            found.Add("financial");
        if (resourceClassification is not null)
            found.Add(resourceClassification.ToLowerInvariant());

        return [.. found];
    }

    private static void AddTexts(List<string> found, JsonElement owner, ReadOnlySpan<byte> name)
    {
        if (owner.ValueKind is not JsonValueKind.Object || !owner.TryGetProperty(name, out var value))
            return;

        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
                AddText(found, element);
        }
        else
        {
            AddText(found, value);
        }
    }

    private static void AddText(List<string> found, JsonElement value)
    {
        if (JsonTexts.TryRead(value, out var text))
            found.Add(text.ToLowerInvariant());
    }

    private static string? Text(JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.ValueKind is JsonValueKind.Object && owner.TryGetProperty(name, out var value) && JsonTexts.TryRead(value, out var text)
            ? text.ToLowerInvariant()
            : null;
}
