using System.Numerics;
using System.Runtime.InteropServices;

namespace Trellis.Server.Aerostack.Search;

/// <summary>A text as a model sees it.</summary>
/// <param name="Model">The model; vectors of two models do not compare.</param>
/// <param name="Bytes">The numbers, 32 bits each, little end first; the length of the vector is one.</param>
internal sealed record DocumentVector(string Model, byte[] Bytes)
{
    /// <summary>The vector of a model's numbers.</summary>
    public static DocumentVector Of(string model, float[] numbers)
    {
        var length = Math.Sqrt(numbers.Sum(static number => (double)number * number));
        var unit = length > 0 ? Array.ConvertAll(numbers, number => (float)(number / length)) : numbers;
        return new DocumentVector(model, MemoryMarshal.AsBytes(unit.AsSpan()).ToArray());
    }

    /// <summary>How alike two texts are: the cosine of the angle between their vectors, from -1 to 1; null for vectors that do not compare.</summary>
    public double? Likeness(ReadOnlySpan<byte> other)
    {
        if (other.Length != Bytes.Length)
            return null;

        var left = MemoryMarshal.Cast<byte, float>(Bytes);
        var right = MemoryMarshal.Cast<byte, float>(other);
        var sums = Vector<float>.Zero;
        var index = 0;
        for (; index <= left.Length - Vector<float>.Count; index += Vector<float>.Count)
            sums += new Vector<float>(left[index..]) * new Vector<float>(right[index..]);

        var sum = Vector.Sum(sums);
        for (; index < left.Length; index++)
            sum += left[index] * right[index];
        return Math.Clamp(sum, -1, 1);
    }
}
