using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>Reads the vectors of an upstream's answer: <c>{"data":[{"index":0,"embedding":[…]},…]}</c>.</summary>
internal static class EmbeddingVectors
{
    /// <summary>The vectors in the order of the texts; null when the answer has another form.</summary>
    public static IReadOnlyList<float[]>? TryRead(ReadOnlyMemory<byte> json, int count)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("data"u8, out var data)
                && data.ValueKind is JsonValueKind.Array
                && data.GetArrayLength() == count
                ? Read(data, count)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static float[][]? Read(JsonElement data, int count)
    {
        var vectors = new float[count][];
        var position = 0;
        foreach (var entry in data.EnumerateArray())
        {
            // Without an index the order is that of the texts.
            var index = position++;
            if (entry.ValueKind is not JsonValueKind.Object
                || (entry.TryGetProperty("index"u8, out var given) && !(given.ValueKind is JsonValueKind.Number && given.TryGetInt32(out index)))
                || index < 0
                || index >= count
                || vectors[index] is not null
                || !entry.TryGetProperty("embedding"u8, out var numbers)
                || TryReadVector(numbers) is not { } vector)
            {
                return null;
            }

            vectors[index] = vector;
        }

        return vectors.All(vector => vector.Length == vectors[0].Length) ? vectors : null;
    }

    private static float[]? TryReadVector(JsonElement numbers)
    {
        if (numbers.ValueKind is not JsonValueKind.Array || numbers.GetArrayLength() == 0)
        {
            return null;
        }

        var vector = new float[numbers.GetArrayLength()];
        var position = 0;
        foreach (var number in numbers.EnumerateArray())
        {
            if (number.ValueKind is not JsonValueKind.Number || !number.TryGetSingle(out var value) || !float.IsFinite(value))
            {
                return null;
            }

            vector[position++] = value;
        }

        return vector;
    }
}
