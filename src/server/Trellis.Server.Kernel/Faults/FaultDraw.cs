namespace Trellis.Server.Kernel.Faults;

/// <summary>Draws numbers that look random and follow from their position alone, so that concurrent requests share no generator.</summary>
internal static class FaultDraw
{
    /// <summary>The number, from 0 to below 1, of a draw.</summary>
    public static double Of(long seed, int rule, long draw)
    {
        var mixed = Mix(Mix(Mix((ulong)seed) + (ulong)rule) + (ulong)draw);

        // A double holds 53 bits.
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    // The output function of SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
