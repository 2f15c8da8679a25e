namespace Trellis;

/// <summary>
/// How <see cref="RedactingJsonLoggerProvider"/> writes. Read once, when the provider is made. Which levels are written is decided
/// where all logging decides it: by the filters of the logging builder.
/// </summary>
public sealed class TrellisLogOptions
{
    /// <summary>JSON or plain text.</summary>
    /// <value>The default is <see cref="TrellisLogFormat.Json"/>.</value>
    public TrellisLogFormat Format { get; set; }

    /// <summary>Where lines go; the provider flushes it after each, and whoever made it disposes it.</summary>
    /// <value>The default is null: standard error.</value>
    public TextWriter? Writer { get; set; }

    /// <summary>What takes secrets out of everything that is written.</summary>
    /// <value>The default is <see cref="Redactor.Default"/>.</value>
    public Redactor Redactor { get; set; } = Redactor.Default;

    /// <summary>The clock behind the time stamps.</summary>
    /// <value>The default is the system's.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
