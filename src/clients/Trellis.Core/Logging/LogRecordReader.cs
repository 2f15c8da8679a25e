using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>Makes a <see cref="LogRecord"/> of what a caller logs and of the scopes around it.</summary>
internal sealed class LogRecordReader(Redactor redactor, TimeProvider timeProvider)
{
    /// <summary>The name under which the framework passes the message template along with its arguments.</summary>
    private const string TemplateName = "{OriginalFormat}";

    // A field of such a name would stand in a line twice.
    private static readonly string[] ReservedNames = ["timestamp", "level", "logger", "message", "correlation_id", "exception", "stack"];

    public LogRecord Read<TState>(
        string category,
        LogLevel level,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter,
        IExternalScopeProvider scopes)
    {
        var arguments = Arguments(state);
        return new LogRecord
        {
            Time = timeProvider.GetUtcNow(),
            Level = level,
            Logger = category,
            Message = redactor.Redact(RenderSafely(arguments) ?? HideSecrets(formatter(state, exception), arguments)),
            CorrelationId = redactor.Redact(Correlation.Current),
            Fields = Fields(arguments, scopes),
            Exception = exception is null ? null : redactor.Redact(exception),
        };
    }

    private static IReadOnlyList<KeyValuePair<string, object?>> Arguments(object? state) => state switch
    {
        IReadOnlyList<KeyValuePair<string, object?>> list => list,
        IEnumerable<KeyValuePair<string, object?>> pairs => [.. pairs],
        _ => [],
    };

    // A serializing logger marks an argument with @ or $ in front of its name.
    private static string NameOf(string argument) => argument.TrimStart('@', '$');

    private static bool IsField(string name) =>
        name != TemplateName && !name.StartsWith('_') && !ReservedNames.Contains(name, StringComparer.Ordinal);

    /// <summary>The message made of its template, or null when there is none or the caller's own formatter shows nothing by name.</summary>
    private string? RenderSafely(IReadOnlyList<KeyValuePair<string, object?>> arguments)
    {
        if (!arguments.Any(argument => IsSecret(argument) || MessageTemplate.IsStructure(argument.Value))) return null;
        var template = arguments.FirstOrDefault(argument => argument.Key == TemplateName).Value as string;
        return template is null ? null : MessageTemplate.Render(template, arguments, RedactArgument);
    }

    private object? RedactArgument(KeyValuePair<string, object?> argument) =>
        IsSecret(argument) ? redactor.Rules.Mask : redactor.RedactValue(argument.Value);

    /// <summary>For a message of unknown make: whatever a secret argument looks like as text is replaced.</summary>
    private string HideSecrets(string? message, IReadOnlyList<KeyValuePair<string, object?>> arguments)
    {
        message ??= string.Empty;
        foreach (var argument in arguments)
        {
            if (IsSecret(argument) && argument.Value?.ToString() is { Length: > 0 } text)
                message = message.Replace(text, redactor.Rules.Mask, StringComparison.Ordinal);
        }

        return message;
    }

    private bool IsSecret(KeyValuePair<string, object?> argument) =>
        argument.Value is not null && argument.Key != TemplateName && redactor.IsSecretName(NameOf(argument.Key));

    // What the line says itself comes first and wins over its scopes, and an inner scope over an outer one.
    private List<KeyValuePair<string, object?>> Fields(IReadOnlyList<KeyValuePair<string, object?>> arguments, IExternalScopeProvider scopes)
    {
        var sources = new List<IReadOnlyList<KeyValuePair<string, object?>>>();
        scopes.ForEachScope(static (scope, sources) => sources.Add(Arguments(scope)), sources);
        sources.Add(arguments);
        sources.Reverse();

        var fields = new List<KeyValuePair<string, object?>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (argument, value) in sources.SelectMany(source => source))
        {
            var name = NameOf(argument);
            if (IsField(name) && names.Add(name)) fields.Add(KeyValuePair.Create(redactor.Redact(name), redactor.RedactField(name, value)));
        }

        return fields;
    }
}
