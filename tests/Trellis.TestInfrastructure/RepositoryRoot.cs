namespace Trellis.TestInfrastructure;

/// <summary>The source tree that the tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Trellis.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"There is no Trellis.slnx above {AppContext.BaseDirectory}.");
    }
}
