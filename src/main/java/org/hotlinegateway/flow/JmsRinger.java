package org.hotlinegateway.flow;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hotlinegateway.ledger.Ring;
import org.hotlinegateway.ledger.Ringer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts claim checks on the queues from a thread of its own, many in one commit. What does not fit into its buffer, or
 * meets a broker that is down, is dropped: the sweep rings again.
 */
final class JmsRinger implements Ringer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JmsRinger.class);
    private static final int BATCH = 256;
    private static final long BROKER_DOWN_WAIT_MILLIS = 1_000;

    private final ConnectionFactory connections;
    private final int deliveryMode;
    private final BlockingQueue<Ring> waiting;
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    JmsRinger(ConnectionFactory connections, boolean persistent, int buffer) {
        this.connections = connections;
        this.deliveryMode = persistent ? DeliveryMode.PERSISTENT : DeliveryMode.NON_PERSISTENT;
        this.waiting = new ArrayBlockingQueue<>(buffer);
        this.thread = new Thread(this::ringForever, "ringer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    @Override
    public void ring(List<Ring> rings) {
        for (Ring ring : rings) {
            if (!waiting.offer(ring)) {
                dropped.incrementAndGet();
            }
        }
    }

    /** Claim checks lost so far; the sweep has rung them again or will. */
    long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void ringForever() {
        try {
            while (isOpen()) {
                ringUntilFailure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ringUntilFailure() throws InterruptedException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED)) {
            Map<String, MessageProducer> producers = new HashMap<>();
            while (isOpen()) {
                send(nextBatch(), session, producers);
            }
        } catch (JMSException e) {
            pauseAfter(e);
        }
    }

    /** One for each queue: naming a queue anew asks the broker twice and waits. */
    private MessageProducer producer(String queue, Session session, Map<String, MessageProducer> producers)
            throws JMSException {
        MessageProducer known = producers.get(queue);
        if (known != null) {
            return known;
        }
        MessageProducer producer = session.createProducer(session.createQueue(queue));
        producer.setDeliveryMode(deliveryMode);
        producer.setDisableMessageTimestamp(true);
        producers.put(queue, producer);
        return producer;
    }

    private List<Ring> nextBatch() throws InterruptedException {
        List<Ring> batch = new ArrayList<>(BATCH);
        batch.add(waiting.take());
        waiting.drainTo(batch, BATCH - 1);
        return batch;
    }

    private void send(List<Ring> batch, Session session, Map<String, MessageProducer> producers) throws JMSException {
        try {
            for (Ring ring : batch) {
                producer(ring.queue(), session, producers).send(session.createTextMessage(Long.toString(ring.id())));
            }
            session.commit();
        } catch (JMSException e) {
            dropped.addAndGet(batch.size());
            throw e;
        }
    }

    private void pauseAfter(JMSException fault) throws InterruptedException {
        if (isOpen()) {
            LOG.warn("broker not reachable, claim checks wait for the sweep: {}", fault.getMessage());
            closed.await(BROKER_DOWN_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }
}
