namespace Trellis;

/// <summary>What a log line looks like.</summary>
public enum TrellisLogFormat
{
    /// <summary>One JSON object per line, for machines (Askii contract, section 9.2).</summary>
    Json,

    /// <summary>Time, level, logger, correlation id in brackets and message, for people; exception text follows on lines of its own.</summary>
    Plain,
}
