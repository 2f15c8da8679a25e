using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>
/// Writes log lines without secrets: the message with its arguments, every field at any depth, scopes and exception text pass through
/// a <see cref="Redactor"/>. The correlation id bound at the time is part of each line. Safe for concurrent use; lines stay whole.
/// </summary>
/// <remarks>
/// The text that an object makes of itself is searched for credentials by their look only, since its fields have no names by then.
/// </remarks>
public sealed class RedactingJsonLoggerProvider : ILoggerProvider, ISupportExternalScope
{
    private readonly object _gate = new();
    private readonly TextWriter _writer;
    private readonly LogRecordReader _reader;
    private readonly Func<LogRecord, string> _format;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>Makes a provider for <paramref name="options"/>.</summary>
    public RedactingJsonLoggerProvider(TrellisLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _writer = options.Writer ?? Console.Error;
        _reader = new LogRecordReader(options.Redactor, options.TimeProvider);
        _format = options.Format switch
        {
            TrellisLogFormat.Json => LogLine.Json,
            TrellisLogFormat.Plain => LogLine.Plain,
            _ => throw new ArgumentException($"There is no log format {options.Format}.", nameof(options)),
        };
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new RedactingLogger(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider)
    {
        ArgumentNullException.ThrowIfNull(scopeProvider);
        _scopes = scopeProvider;
    }

    /// <summary>Does nothing: each line was flushed when it was written, and the writer belongs to whoever made it.</summary>
    public void Dispose()
    {
    }

    internal IDisposable PushScope(object? state) => _scopes.Push(state);

    internal void Write<TState>(
        string category, LogLevel level, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = _format(_reader.Read(category, level, state, exception, formatter, _scopes));
        lock (_gate)
        {
            _writer.Write(line + '\n');
            _writer.Flush();
        }
    }
}
