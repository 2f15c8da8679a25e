namespace Trellis.Samples.LogWatch;

/// <summary>
/// The server's data directory, with the configuration in it and the logs below it: agents read nothing outside of their configuration's folder.
/// The last tenth of each log is held back at first, so that there is something to be added. Goes away at the end.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private const string Configuration = "runtime.toml";

    private readonly List<LogCopy> _logs = [];

    private Workspace() => Folder = Directory.CreateTempSubdirectory("trellis-logwatch-").FullName;

    /// <summary>Its full path.</summary>
    public string Folder { get; }

    /// <summary>How many logs there are.</summary>
    public int Logs => _logs.Count;

    /// <summary>When something was last written to a log.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <exception cref="ArgumentException">There is no log in the folder.</exception>
    /// <exception cref="IOException">A log cannot be copied.</exception>
    public static Workspace Create(string source)
    {
        var workspace = new Workspace();
        try
        {
            workspace.Fill(source);
            return workspace;
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    /// <summary>Adds what was held back.</summary>
    public void Grow()
    {
        foreach (var log in _logs) log.Complete();
        WrittenAt = DateTimeOffset.UtcNow;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Fill(string source)
    {
        var wanted = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(source, "*.log", wanted).Order(StringComparer.Ordinal))
        {
            _logs.Add(LogCopy.Begin(file, Path.Combine(Folder, "logs", Path.GetRelativePath(source, file))));
        }

        if (_logs.Count == 0)
        {
            throw new ArgumentException($"There is no file in '{source}' whose name ends in .log.");
        }

        File.Copy(Path.Combine(AppContext.BaseDirectory, Configuration), Path.Combine(Folder, Configuration));
        WrittenAt = DateTimeOffset.UtcNow;
    }
}
