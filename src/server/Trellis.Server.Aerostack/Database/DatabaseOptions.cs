using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Aerostack.Database;

/// <summary>The section <c>aerostack.database</c> of <c>trellis.json</c>.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public DatabaseOptions(IConfiguration section)
    {
        AllowsSchemaChanges = section["allowDdl"] switch
        {
            null => true,
            var text when bool.TryParse(text, out var value) => value,
            _ => throw new ArgumentException("'aerostack:database:allowDdl' must be true or false."),
        };
        StatementTimeout = TimeSpan.FromMilliseconds(Read(section, "statementTimeoutMs", 5000));
        MostRows = (int)Read(section, "maxRows", 10_000);
        MostResultBytes = (int)Read(section, "maxResultBytes", 8 << 20);
        MostDatabaseBytes = Read(section, "maxBytes", 1L << 30);
    }

    /// <summary>Whether queries may make, change and remove tables.</summary>
    /// <value>Default true; with false, migrations alone may.</value>
    public bool AllowsSchemaChanges { get; }

    /// <summary>How long one statement may run, in the system's time.</summary>
    /// <value>Default 5 s.</value>
    public TimeSpan StatementTimeout { get; }

    /// <summary>How many rows one statement may return.</summary>
    /// <value>Default 10 000.</value>
    public int MostRows { get; }

    /// <summary>How long the JSON of the rows of one statement may be.</summary>
    /// <value>Default 8 MiB.</value>
    public int MostResultBytes { get; }

    /// <summary>How large a project's database may become (SQLite).</summary>
    /// <value>Default 1 GiB.</value>
    public long MostDatabaseBytes { get; }

    private static long Read(IConfiguration section, string key, long @default) => section[key] switch
    {
        null => @default,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 => value,
        _ => throw new ArgumentException($"'aerostack:database:{key}' must be a whole number above 0."),
    };
}
