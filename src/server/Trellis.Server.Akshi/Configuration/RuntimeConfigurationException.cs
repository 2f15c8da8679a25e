namespace Trellis.Server.Akshi.Configuration;

/// <summary>The file is wrong and none of it is used.</summary>
/// <param name="faults">What is wrong, at least one thing, in the order of the file as far as it was read.</param>
internal sealed class RuntimeConfigurationException(IReadOnlyList<ConfigurationFault> faults)
    : ArgumentException(string.Join(' ', faults))
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ConfigurationFault> Faults => faults;
}
