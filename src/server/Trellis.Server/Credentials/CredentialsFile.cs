using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Server;

/// <summary><c>credentials.json</c>: the server's address, and one section per platform. Readable by its owner alone.</summary>
internal static class CredentialsFile
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true };

    /// <summary>Reads the file; null when there is none.</summary>
    /// <exception cref="ServerStartException">The file cannot be read, or is not a JSON object.</exception>
    public static JsonObject? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path))?.AsObject() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // The parser's message could quote a piece of a secret.
            throw new ServerStartException(
                ServerStartFailure.DataDirectory, $"'{path}' cannot be read as a JSON object. Mend it, or remove it and start the server to make a new one.");
        }
    }

    /// <summary>Replaces the file, unless it holds the same already.</summary>
    /// <exception cref="ServerStartException">The file cannot be written.</exception>
    public static void Write(string path, JsonObject credentials)
    {
        if (JsonNode.DeepEquals(Read(path), credentials))
            return;

        try
        {
            PrivateFile.Replace(path, TextOf(credentials));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ServerStartException(ServerStartFailure.DataDirectory, $"'{path}' cannot be written: {error.Message}", error);
        }
    }

    // The serializer would first look at the types of all values there can be.
    private static ReadOnlySpan<byte> TextOf(JsonObject credentials)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Readable))
            credentials.WriteTo(json);
        return text.WrittenSpan;
    }
}
