using System.Text.Json;

namespace Trellis.Server.Ascend.Risk;

/// <summary>What an action's context says about its risk, read in one pass over its members.</summary>
internal struct ContextFacts
{
    /// <summary><c>contains_pii</c>.</summary>
    public bool ContainsPii { get; private set; }

    /// <summary><c>synthetic_data</c> or <c>test_data</c>.</summary>
    public bool Synthetic { get; private set; }

    /// <summary><c>maintenance_window</c>.</summary>
    public bool Maintenance { get; private set; }

    /// <summary><c>peak_hours</c>.</summary>
    public bool PeakHours { get; private set; }

    /// <summary><c>after_hours</c>.</summary>
    public bool AfterHours { get; private set; }

    /// <summary><c>holiday</c>.</summary>
    public bool Holiday { get; private set; }

    /// <summary><c>first_time_action</c>.</summary>
    public bool FirstTime { get; private set; }

    /// <summary><c>resource_type</c>, if it is a string.</summary>
    public string? ResourceType { get; private set; }

    /// <summary><c>data_classification</c>, if it is a string.</summary>
    public string? DataClassification { get; private set; }

    /// <summary><c>risk_level</c>, if it is one of the four words: a hint that can only raise.</summary>
    public RiskLevel? RiskLevel { get; private set; }

    /// <summary>The largest of <c>batch_size</c>, <c>record_count</c> and <c>row_count</c>, in the context or among the parameters.</summary>
    public long BatchSize { get; private set; }

    /// <summary>Takes a member of the context.</summary>
    public void TakeContext(JsonProperty member)
    {
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.True:
                TakeFlag(member);
                break;
            case JsonValueKind.String when member.Value.ValueEquals("true"u8) || member.Value.ValueEquals("True"u8):
                TakeFlag(member);
                break;
            case JsonValueKind.String when member.NameEquals("resource_type"u8):
                ResourceType = member.Value.GetString();
                break;
            case JsonValueKind.String when member.NameEquals("data_classification"u8):
                DataClassification = member.Value.GetString();
                break;
            case JsonValueKind.String when member.NameEquals("risk_level"u8):
                RiskLevel = RiskBands.FromWord(member.Value.GetString());
                break;
            default:
                TakeParameter(member);
                break;
        }
    }

    /// <summary>Takes a parameter.</summary>
    public void TakeParameter(JsonProperty member)
    {
        if (member.Value.ValueKind == JsonValueKind.Number
            && (member.NameEquals("batch_size"u8) || member.NameEquals("record_count"u8) || member.NameEquals("row_count"u8))
            && member.Value.TryGetInt64(out var size))
        {
            BatchSize = Math.Max(BatchSize, size);
        }
    }

    private void TakeFlag(JsonProperty member)
    {
        ContainsPii |= member.NameEquals("contains_pii"u8);
        Synthetic |= member.NameEquals("synthetic_data"u8) || member.NameEquals("test_data"u8);
        Maintenance |= member.NameEquals("maintenance_window"u8);
        PeakHours |= member.NameEquals("peak_hours"u8);
        AfterHours |= member.NameEquals("after_hours"u8);
        Holiday |= member.NameEquals("holiday"u8);
        FirstTime |= member.NameEquals("first_time_action"u8);
    }
}
