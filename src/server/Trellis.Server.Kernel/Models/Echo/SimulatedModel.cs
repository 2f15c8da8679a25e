namespace Trellis.Server.Kernel.Models;

/// <summary>The built-in simulator, for modules that are asked for it by name beside real models.</summary>
public static class SimulatedModel
{
    /// <summary>Creates one. It repeats what it is told and needs no network.</summary>
    /// <param name="time">The clock.</param>
    public static IChatModel Create(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new EchoModel(time);
    }
}
