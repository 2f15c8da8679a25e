using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Limits;

/// <summary>How much an agent may do, when, and with which data (contract, section 6.9). What is null or empty does not limit.</summary>
internal sealed record AgentLimits
{
    private const long MostActions = 10_000_000;
    private const double MostMoney = 1_000_000_000;

    /// <summary>No limits.</summary>
    public static AgentLimits None { get; } = new();

    public long? ActionsPerMinute { get; init; }

    public long? ActionsPerHour { get; init; }

    public long? ActionsPerDay { get; init; }

    /// <summary>How many approved actions may wait for their completion at once.</summary>
    public long? Concurrent { get; init; }

    /// <summary>What its actions of one day, in UTC, may cost.</summary>
    public double? DailyBudget { get; init; }

    /// <summary>What an action costs that does not say <c>context.estimated_cost</c>.</summary>
    public double ActionCost { get; init; }

    /// <summary>Whether the agent is suspended when it asks for more than its budget.</summary>
    public bool SuspendsOverBudget { get; init; }

    /// <summary>Whether the agent is suspended when its heartbeats stop.</summary>
    public bool SuspendsOffline { get; init; }

    /// <summary>When it may act; in any of these.</summary>
    public IReadOnlyList<TimeWindow> TimeWindows { get; init; } = [];

    /// <summary>The only classes of data it may handle.</summary>
    public IReadOnlyList<string> AllowedData { get; init; } = [];

    /// <summary>Classes of data it may not handle.</summary>
    public IReadOnlyList<string> BlockedData { get; init; } = [];

    /// <summary>Reads limits; what is missing is not limited.</summary>
    public static AgentLimits Read(Fields fields) => new()
    {
        ActionsPerMinute = fields.OptionalInteger("max_actions_per_minute", 1, MostActions),
        ActionsPerHour = fields.OptionalInteger("max_actions_per_hour", 1, MostActions),
        ActionsPerDay = fields.OptionalInteger("max_actions_per_day", 1, MostActions),
        Concurrent = fields.OptionalInteger("max_concurrent_actions", 1, 1000),
        DailyBudget = fields.OptionalNumber("daily_budget", 0, MostMoney),
        ActionCost = fields.OptionalNumber("default_action_cost", 0, MostMoney) ?? 0,
        SuspendsOverBudget = fields.OptionalBoolean("auto_suspend_over_budget") ?? false,
        SuspendsOffline = fields.OptionalBoolean("auto_suspend_offline") ?? false,
        TimeWindows = TimeWindow.ReadList(fields, "time_windows"),
        AllowedData = DataClasses.Read(fields, "allowed_data_classifications"),
        BlockedData = DataClasses.Read(fields, "blocked_data_classifications"),
    };

    /// <summary>Reads what is stored.</summary>
    public static AgentLimits Parse(string stored) => StoredJson.Read(stored, static json => Read(new Fields(json)));

    /// <summary>Writes the members, for the wire and for the store.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteNumberOrNull("max_actions_per_minute"u8, ActionsPerMinute);
        json.WriteNumberOrNull("max_actions_per_hour"u8, ActionsPerHour);
        json.WriteNumberOrNull("max_actions_per_day"u8, ActionsPerDay);
        json.WriteNumberOrNull("max_concurrent_actions"u8, Concurrent);
        if (DailyBudget is { } budget)
            json.WriteNumber("daily_budget"u8, budget);
        else
            json.WriteNull("daily_budget"u8);
        json.WriteNumber("default_action_cost"u8, ActionCost);
        json.WriteBoolean("auto_suspend_over_budget"u8, SuspendsOverBudget);
        json.WriteBoolean("auto_suspend_offline"u8, SuspendsOffline);
        json.WriteStartArray("time_windows"u8);
        foreach (var window in TimeWindows)
            window.WriteTo(json);
        json.WriteEndArray();
        json.WriteTexts("allowed_data_classifications"u8, AllowedData);
        json.WriteTexts("blocked_data_classifications"u8, BlockedData);
    }
}
