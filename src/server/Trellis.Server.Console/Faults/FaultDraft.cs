using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Faults;

/// <summary>What the form of a new rule holds, as it was typed.</summary>
internal sealed record FaultDraft
{
    /// <summary>A form that nobody has filled.</summary>
    public static FaultDraft Empty { get; } = new();

    /// <summary>The requests it concerns.</summary>
    public string Route { get; init; } = "";

    /// <summary>How often.</summary>
    public string Times { get; init; } = "";

    /// <summary>The chance, 0 to 1.</summary>
    public string Probability { get; init; } = "";

    /// <summary>The wait in milliseconds.</summary>
    public string Latency { get; init; } = "";

    /// <summary>The status that is answered.</summary>
    public string Status { get; init; } = "";

    /// <summary>The seconds of its <c>Retry-After</c>.</summary>
    public string RetryAfter { get; init; } = "";

    /// <summary>After how many bytes the connection is cut.</summary>
    public string Cut { get; init; } = "";

    /// <summary>Whether the answer is lost.</summary>
    public bool LosesResponse { get; init; }

    /// <summary>Reads the form.</summary>
    public static FaultDraft Read(ConsoleCall call) => new()
    {
        Route = call.Field("route"),
        Times = call.Field("times"),
        Probability = call.Field("probability"),
        Latency = call.Field("latency"),
        Status = call.Field("status"),
        RetryAfter = call.Field("retry_after"),
        Cut = call.Field("cut"),
        LosesResponse = call.IsTicked("lose"),
    };

    /// <summary>A plan of this rule alone, as JSON: what is wrong with it, the reader of plans says.</summary>
    public byte[] ToPlan()
    {
        var rule = new JsonObject { ["route"] = Route };
        Add(rule, "times", Times);
        Add(rule, "probability", Probability);
        Add(rule, "latencyMs", Latency);
        Add(rule, "status", Status);
        Add(rule, "retryAfterSeconds", RetryAfter);
        Add(rule, "cutAfterBytes", Cut);
        if (LosesResponse)
            rule["loseResponse"] = true;
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["rules"] = new JsonArray(rule) });
    }

    private static void Add(JsonObject rule, string name, string text)
    {
        if (text.Length == 0)
            return;

        rule[name] = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }
}
