using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Errors;

namespace Trellis.Server.Ascend.Limits;

/// <summary>What an agent is told that is at a limit: 429 for how often, 403 for everything else, with the numbers (contract, section 6.9).</summary>
internal static class LimitRefusals
{
    private const string Member = "agent_limit";

    /// <summary>Too many actions in a span of time.</summary>
    public static AscendError TooOften(string limit, long most, SpanUsage usage)
    {
        var seconds = (int)Math.Max(1, Math.Ceiling(usage.WaitFor(most).TotalSeconds));
        return new AscendError(
            StatusCodes.Status429TooManyRequests,
            ErrorCodes.RateLimit,
            Invariant($"The agent may act {most} times in {usage.Span.TotalSeconds} s and has done so {usage.Actions:0.#} times; try again in {seconds} s."))
        {
            RetryAfter = seconds,
            PolicyViolations = [limit],
            WriteMore = json => Write(json, limit, most, Math.Round(usage.Actions, 1)),
        };
    }

    /// <summary>Too many actions at once.</summary>
    public static AscendError TooMany(long most, int open) => Refused(
        "max_concurrent_actions",
        Invariant($"The agent may have {most} approved actions open and has {open}. Report their end with complete or fail."),
        most,
        open);

    /// <summary>Too expensive.</summary>
    public static AscendError TooExpensive(double budget, double spent, double cost) => Refused(
        "daily_budget",
        Invariant($"The action costs {cost:0.##}; of the agent's {budget:0.##} for today {spent:0.##} are spent."),
        budget,
        spent);

    /// <summary>At the wrong time.</summary>
    public static AscendError WrongTime() => Refused("time_windows", "The agent may not act at this time.");

    /// <summary>With the wrong data.</summary>
    public static AscendError WrongData(string limit, string dataClass) => Refused(limit, $"The agent may not handle {dataClass} data.");

    /// <summary>Without a sign of life.</summary>
    public static AscendError NoHeartbeat() => Refused("heartbeat", "The agent's heartbeats have stopped, and it is suspended.");

    private static AscendError Refused(string limit, string detail, double? most = null, double? current = null) =>
        new(StatusCodes.Status403Forbidden, ErrorCodes.AgentLimit, detail)
        {
            PolicyViolations = [limit],
            WriteMore = json => Write(json, limit, most, current),
        };

    private static void Write(Utf8JsonWriter json, string limit, double? most, double? current)
    {
        json.WriteStartObject(Member);
        json.WriteString("limit"u8, limit);
        WriteNumber(json, "maximum"u8, most);
        WriteNumber(json, "current"u8, current);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
