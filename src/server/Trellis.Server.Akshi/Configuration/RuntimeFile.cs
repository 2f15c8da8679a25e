using Microsoft.Extensions.Configuration;
using Trellis.Server.Akshi.Configuration.Reading;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>
/// Where <c>runtime.toml</c> is: in the data directory, or where the server's setting <c>akshi:file</c> says, relative to the data directory.
/// </summary>
internal sealed class RuntimeFile(DataFolder data, IConfiguration configuration, RuntimeFileReader reader)
{
    private const string Name = "runtime.toml";

    /// <summary>Its full path; there need be no such file.</summary>
    public string Path { get; } =
        System.IO.Path.GetFullPath(configuration["akshi:file"] is { Length: > 0 } file ? file : Name, data.Path);

    /// <summary>Reads it anew.</summary>
    /// <exception cref="RuntimeConfigurationException">It is wrong.</exception>
    public RuntimeConfiguration Read() => reader.ReadFile(Path);
}
