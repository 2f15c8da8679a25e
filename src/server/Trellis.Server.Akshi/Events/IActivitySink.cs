namespace Trellis.Server.Akshi.Events;

/// <summary>Where agents tell what they do. Never waits and never throws: who watches must not slow whom it watches. Safe for concurrent use.</summary>
internal interface IActivitySink
{
    /// <summary>Tells it.</summary>
    void Publish(AgentActivity activity);
}
