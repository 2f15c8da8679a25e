using System.Text.Json;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Findings;

/// <summary>
/// Reads the findings of a request: wrapped in <c>findings</c> or <c>records</c>, a bare array, or a single one (contract, section 2.5). One
/// that is wrong spoils all.
/// </summary>
internal static class FindingBatch
{
    private const int Most = 1000;

    private static readonly string[] Wrappers = ["findings", "records"];

    /// <summary>Reads the body.</summary>
    /// <returns>The findings, or the refusal that says which record and field is wrong.</returns>
    public static (IReadOnlyList<NewFinding> Findings, AkshiError? Refusal) Read(JsonElement body)
    {
        var errors = new FieldErrors();
        switch (body.ValueKind)
        {
            case JsonValueKind.Array:
                return ReadAll(body, "", errors);
            case JsonValueKind.Object when Array.Find(Wrappers, name => body.TryGetProperty(name, out _)) is { } wrapper:
                return ReadAll(body.GetProperty(wrapper), wrapper, errors);
            case JsonValueKind.Object:
                var finding = FindingRecord.Read(new Fields(body) { Errors = errors });
                return errors.IsEmpty ? ([finding], null) : ([], AkshiErrors.Invalid(errors));
            default:
                return ([], AkshiErrors.BadRequest("Send a finding, or a list of findings as 'findings'.", ErrorCodes.InvalidJson));
        }
    }

    private static (IReadOnlyList<NewFinding> Findings, AkshiError? Refusal) ReadAll(JsonElement list, string name, FieldErrors errors)
    {
        if (list.ValueKind is not JsonValueKind.Array)
            return ([], AkshiErrors.Invalid(name, "must be a list of findings"));
        if (list.GetArrayLength() > Most)
            return ([], AkshiErrors.TooLarge($"A request takes at most {Most} findings."));

        var findings = new List<NewFinding>(list.GetArrayLength());
        foreach (var element in list.EnumerateArray())
        {
            var at = $"{name}[{findings.Count}]";
            if (element.ValueKind is not JsonValueKind.Object)
                errors.Add(at, "must be an object");
            findings.Add(FindingRecord.Read(new Fields(element, $"{at}.") { Errors = errors }));
        }

        return errors.IsEmpty ? (findings, null) : ([], AkshiErrors.Invalid(errors));
    }
}
