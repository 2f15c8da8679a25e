using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Audit;

/// <summary>Which records somebody wants to see. Empty is any.</summary>
/// <param name="Platform">Of this platform.</param>
/// <param name="EventType">Of this kind.</param>
/// <param name="Actor">By this actor.</param>
/// <param name="Outcome">With this outcome.</param>
/// <param name="From">Not before this moment, in UTC.</param>
/// <param name="Until">Before this moment, in UTC.</param>
internal sealed record AuditChoice(string Platform, string EventType, string Actor, string Outcome, string From, string Until)
{
    /// <summary>The platforms that write records; <c>kernel</c> is the server itself.</summary>
    public static IReadOnlyList<string> Platforms { get; } =
        [Console.Platforms.Platform.Aerostack, Console.Platforms.Platform.Akshi, Console.Platforms.Platform.Ascend, Console.Platforms.Platform.Askii, "kernel"];

    /// <summary>The usual outcomes.</summary>
    public static IReadOnlyList<string> Outcomes { get; } = ["success", "failure", "denied"];

    /// <summary>Reads the query of the page, whose names are ASCEND's.</summary>
    public static AuditChoice Read(ConsoleCall call) => new(
        call.Query("platform"), call.Query("event_type"), call.Query("actor_id"), call.Query("outcome"), call.Query("start_date"), call.Query("end_date"));

    /// <summary>Whether everything is wanted.</summary>
    public bool IsAll => ToQuery().Length == 0;

    /// <summary>The query, escaped, without a question mark.</summary>
    public string ToQuery() => QueryText.Of(
        ("platform", Platform), ("event_type", EventType), ("actor_id", Actor), ("outcome", Outcome), ("start_date", From), ("end_date", Until));

    /// <summary>The same with one more field.</summary>
    public string ToQuery(string name, long value) => IsAll ? $"{name}={value}" : $"{ToQuery()}&{name}={value}";
}
