using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Http;

/// <summary>What a route does, once the caller is known and its body is JSON.</summary>
internal delegate ValueTask<JsonAnswer> AerostackHandler(AerostackCall call);
