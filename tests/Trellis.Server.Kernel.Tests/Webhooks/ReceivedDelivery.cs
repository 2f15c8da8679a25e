using Trellis.TestInfrastructure.Http;

namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>What <see cref="TestFormat"/> puts into the headers.</summary>
internal static class ReceivedDelivery
{
    extension(Received received)
    {
        public string DeliveryId => received.Headers["X-Test-Delivery"];

        public string Signature => received.Headers["X-Test-Signature"];
    }
}
