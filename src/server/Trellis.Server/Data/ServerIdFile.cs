using System.Text;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server;

/// <summary>Keeps the server's identity in its data directory.</summary>
internal static class ServerIdFile
{
    private const int LongestId = 64;

    /// <summary>The identity that is there; a new one if there is none, or none that is whole.</summary>
    public static ServerIdentity ReadOrCreate(DataDirectory data)
    {
        var path = data.FilePath(DataFiles.ServerId);
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 and <= LongestId } known)
            return new ServerIdentity(known);

        var id = Guid.NewGuid().ToString("N");
        PrivateFile.Replace(path, Encoding.ASCII.GetBytes(id));
        return new ServerIdentity(id);
    }
}
