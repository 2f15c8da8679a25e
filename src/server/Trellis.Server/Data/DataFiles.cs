namespace Trellis.Server;

/// <summary>The names of the files in a data directory.</summary>
internal static class DataFiles
{
    public const string Configuration = "trellis.json";
    public const string Lock = "trellis.lock";
    public const string Credentials = "credentials.json";
    public const string SigningKey = "signing-key.pem";
    public const string SecretKey = "secret-key";
    public const string Database = "trellis.db";
    public const string Blobs = "blobs";
    public const string ServerId = "server-id";
}
