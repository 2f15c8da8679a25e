namespace Trellis.Cli.Tests.Processes;

/// <summary>A link named <c>askii</c> to the program, in a folder of its own.</summary>
internal sealed class AskiiLink : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trellis-cli-");

    public AskiiLink(string program)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "askii");
        File.CreateSymbolicLink(Path, program);
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
