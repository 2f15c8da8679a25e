using System.Globalization;
using System.Text.Json;

namespace Trellis.Server.Kernel.Faults;

/// <summary>Reads and checks plans of faults.</summary>
internal static class FaultPlanReader
{
    private const int LongestLatencyMilliseconds = 3_600_000;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static FaultPlan Read(ReadOnlySpan<byte> json, string source)
    {
        var errors = new List<string>();
        var plan = Read(ParseJson(json, source), errors);
        return errors.Count == 0 ? plan : throw new FaultPlanException(source, errors);
    }

    private static JsonElement ParseJson(ReadOnlySpan<byte> json, string source)
    {
        try
        {
            return JsonElement.Parse(json, Options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FaultPlanException(source, [$"not valid JSON: {exception.Message}"]);
        }
    }

    private static FaultPlan Read(JsonElement root, List<string> errors)
    {
        var members = new FaultMembers(root, "", errors);
        members.RefuseUnknown("rules", "seed");
        var rules = members.Objects("rules").Select(ReadRule).OfType<FaultRule>().ToList();
        return new FaultPlan(rules, members.Integer("seed", long.MinValue, long.MaxValue) ?? 0);
    }

    private static FaultRule? ReadRule(FaultMembers members)
    {
        members.RefuseUnknown(
            "route", "times", "probability", "latencyMs", "status", "retryAfterSeconds", "body", "cutAfterBytes", "loseResponse");
        var route = ReadRoute(members);
        var rule = route is null
            ? null
            : new FaultRule
            {
                Route = route,
                Times = members.Integer("times", 0, long.MaxValue),
                Probability = members.Number("probability", 0, 1) ?? 1,
                Latency = TimeSpan.FromMilliseconds(members.Integer("latencyMs", 0, LongestLatencyMilliseconds) ?? 0),
                Status = (int?)members.Integer("status", 200, 599),
                RetryAfterSeconds = members.Integer("retryAfterSeconds", 0, int.MaxValue),
                Body = members.Raw("body"),
                CutAfterBytes = members.Integer("cutAfterBytes", 0, long.MaxValue),
                LoseResponse = members.Boolean("loseResponse") ?? false,
            };
        if (rule is not null)
        {
            CheckEffect(rule, members);
        }

        return rule;
    }

    private static FaultRoute? ReadRoute(FaultMembers members)
    {
        if (members.Text("route") is not { } text)
        {
            return null;
        }

        var route = FaultRoute.TryParse(text);
        if (route is null)
        {
            members.Refuse("route", "must be a method and a path, for example 'POST /platform/list-keys' or '* /v1/*'.");
        }

        return route;
    }

    private static void CheckEffect(FaultRule rule, FaultMembers members)
    {
        var endings = (rule.Status is null ? 0 : 1) + (rule.CutAfterBytes is null ? 0 : 1) + (rule.LoseResponse ? 1 : 0);
        if (endings > 1)
        {
            members.Refuse("status", "status, cutAfterBytes and loseResponse exclude each other; use one rule for each.");
        }

        if (endings == 0 && rule.Latency == TimeSpan.Zero)
        {
            members.Refuse("status", "the rule does nothing; give latencyMs, status, cutAfterBytes or loseResponse.");
        }

        if (rule.Status is null && rule.RetryAfterSeconds is not null)
        {
            members.Refuse("retryAfterSeconds", "has a meaning only beside status.");
        }

        if (rule.Status is null && rule.Body is not null)
        {
            members.Refuse("body", "has a meaning only beside status.");
        }

        if (rule is { Status: 204 or 205 or 304, Body: not null })
        {
            members.Refuse("body", string.Create(CultureInfo.InvariantCulture, $"a response of status {rule.Status} has none."));
        }
    }
}
