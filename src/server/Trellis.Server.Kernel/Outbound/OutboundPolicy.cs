using System.Net;

namespace Trellis.Server.Kernel.Outbound;

/// <summary>Where requests may go whose address a caller of the server chose.</summary>
/// <param name="AllowLoopback">
/// Whether this machine itself may be called, and then over plain HTTP too. For development: whoever may name an address then reaches every
/// service of the machine.
/// </param>
/// <param name="AllowedAddresses">
/// Addresses inside the network that may be called too, over plain HTTP as well, where a request names them as addresses; null for none.
/// </param>
public sealed record OutboundPolicy(bool AllowLoopback = false, IReadOnlyList<IPAddress>? AllowedAddresses = null);
