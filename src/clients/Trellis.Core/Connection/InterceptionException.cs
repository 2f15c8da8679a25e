namespace Trellis;

/// <summary>Carries an interceptor's exception through the pipeline, which would take some of them for the network's.</summary>
internal sealed class InterceptionException(Exception exception) : Exception(exception.Message, exception);
