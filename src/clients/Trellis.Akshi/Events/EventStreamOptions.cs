namespace Trellis.Akshi;

/// <summary>How a stream of events is read. Contract sections 3.1 and 3.5.</summary>
public sealed class EventStreamOptions
{
    /// <summary>
    /// Whether a stream that breaks, falls silent or ends is connected again, behind the last event that arrived. What the server still
    /// keeps of the time between is delivered, once and in order; the AG-UI stream begins with a snapshot then. A refusal that waiting does
    /// not help against, such as 401, 403 or 404, ends the stream in any case.
    /// </summary>
    /// <value><see langword="true"/>.</value>
    public bool Resume { get; init; } = true;

    /// <summary>The <see cref="AkshiEvent.Id"/> of an event after which the stream is to begin, as far as the server still keeps what came then.</summary>
    /// <value><see langword="null"/>: with what happens from now on.</value>
    public string? LastEventId
    {
        get;
        init => field = value is null || value.AsSpan().IndexOfAny('\r', '\n', '\0') < 0
            ? value
            : throw new ArgumentException("The id of an event has no line breaks.", nameof(value));
    }

    /// <summary>
    /// How long to wait before a stream that broke is connected again, until the server says otherwise. Each time that brings nothing doubles
    /// it, up to 30 seconds, and up to 30 % more are added so that many clients do not come at once.
    /// </summary>
    /// <value>3 seconds.</value>
    public TimeSpan ReconnectDelay
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= ReconnectDelays.LongestFirst
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The delay must be zero or more, and at most an hour.");
    } = TimeSpan.FromSeconds(3);

    /// <summary>How many attempts in a row to connect again may fail before the last failure is thrown.</summary>
    /// <value>10. <see cref="int.MaxValue"/> never gives up.</value>
    public int MaxReconnects
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 10;
}
